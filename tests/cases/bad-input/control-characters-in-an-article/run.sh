for format in text json markdown; do
    "$XCLAIM" report -r rules.yaml -f $format post.txt > report.$format
    LC_ALL=C tr -d '\n' < report.$format | LC_ALL=C tr -cd '\000-\037\177' | wc -c
    LC_ALL=C grep -c "$(printf '\342\200\256')" report.$format
done
"$XCLAIM" source post.txt | LC_ALL=C tr -cd '\033\007' | wc -c
cat report.text
