printf '%s\n' '{"text": "The market was nowise moved, the diwan said.", "target": "market was nowise moved"}' \
    '{"text": "Was the market nohow moved?", "target": "moved"}' |
    "$XCLAIM" probe --lexicon own --lexicon theirs/cues-negation.tsv stance
