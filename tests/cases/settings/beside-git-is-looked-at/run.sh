mkdir desk/.git && cd desk/monday && "$XCLAIM" test
