folder=$(printf 'a\033[31mb') && mkdir "$folder" && "$XCLAIM" init "$folder" | head -1
