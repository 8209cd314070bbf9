# The reader is gone before anything is written.
mkfifo pipe
exec 3<> pipe
exec 4> pipe 3<&-
rm pipe
"$XCLAIM" report -r rules.yaml post.txt >&4
