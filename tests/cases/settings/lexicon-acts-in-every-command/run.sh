for option in --config=xclaim.yaml --no-config
do
    echo "$option"
    "$XCLAIM" test $option claims | tail -1
    "$XCLAIM" report $option -r claims -f json a.txt | grep '"position"'
    "$XCLAIM" explain $option -r claims moved a.txt | grep '^ *stance:'
    "$XCLAIM" explain $option --pattern "market .. move" --text "The market was nowise moved." | grep '^ *stance:'
    "$XCLAIM" coverage $option -r claims -f json a.txt | grep '"touched"'
    "$XCLAIM" draft $option "The market was moved." --against a.txt | tail -1
    "$XCLAIM" probe $option stance probe.jsonl
done
