"$XCLAIM" draft "The pier was not closed." --against a.txt
