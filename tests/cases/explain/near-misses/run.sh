# What a pattern lacks in a sentence that has all of its words.
explain() {
    printf '%s  in  %s\n' "$1" "$2"
    "$XCLAIM" explain --pattern "$1" --text "$2" >out
    if grep -q '^confirm   0' out; then
        grep -A9 'came nearest' out || tail -n 1 out
    else
        echo '    it matches'
    fi
}
explain 'market ..2 move' 'The market was moved.'
explain 'market ..2 move' 'The market was at last moved.'
explain 'market ..2 move' 'The market was not at all moved.'
explain 'market move' 'The market was moved.'
explain 'market .. move' 'They moved the market.'
explain 'market & move' 'They moved the market.'
explain '{men:count} man .. tie' 'Three men tied it.'
explain '{men:count} man .. tie' 'The men tied it.'
explain '{men:count} man .. tie' 'The men tied three of them.'
explain '(three|four) man & tie ..1 corset' 'Three men tied her into her corset.'
explain '2 of (market|pier|mill) .. close' 'They closed the market and the mill.'
explain '2 of (market|pier|mill) .. close' 'The market and the mill closed.'
explain '/market.*moved/' 'The mill was moved.'
