cd desk/monday && "$XCLAIM" report a.txt
