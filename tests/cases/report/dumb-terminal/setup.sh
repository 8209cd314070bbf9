command -v script > command.txt || exit 77  # makes the terminal
