# What stands before the invocations is the same in every document.
cp post.txt 'a #1%.txt'
"$XCLAIM" report -r rules.yaml -f sarif 'a #1%.txt' | sed -n '/"invocations"/,$p'
