"$XCLAIM" coverage -r rules.yaml a.txt | sed -n "s/ *xclaim draft/printf '%s\\\\n'/p" >said
cat said
sh said
