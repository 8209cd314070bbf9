# The folder is named among the problems.
"$XCLAIM" report -r rules.yaml articles 2>&1 > report.txt | grep -c "^articles: "
