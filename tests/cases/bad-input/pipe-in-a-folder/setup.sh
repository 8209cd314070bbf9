mkfifo articles/pipe.txt
