mkfifo pipe.txt
