"$XCLAIM" init >/dev/null
sed -i 's/^# \([a-z-]*:\)/\1/; s/^#   /  /' xclaim.yaml
mkdir rules articles lexicon && "$XCLAIM" new -o rules/gala.yaml gala && : > decisions.yaml
printf 'quaymaster\tinstitution\n' > lexicon/speakers.tsv
grep -v '^#' xclaim.yaml | grep . && "$XCLAIM" lint
