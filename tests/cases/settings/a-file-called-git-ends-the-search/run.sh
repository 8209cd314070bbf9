echo "gitdir: ../elsewhere" > desk/.git && cd desk/monday && "$XCLAIM" report a.txt
