# The article is read without it, but what it says of the article is lost.
"$XCLAIM" report -r rules.yaml articles | grep "«"
"$XCLAIM" report -r rules.yaml articles > report.txt 2>&1
echo "exit $?"
