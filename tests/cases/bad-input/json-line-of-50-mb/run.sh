{
    echo '{"id": "a", "text": "The market was moved."}'
    printf '{"id": "b", "text": "'
    yes 'the quay is wet' | tr '\n' ' ' | head -c 52428800
    echo '"}'
    echo '{"id": "c", "text": "The market was not moved."}'
} | "$XCLAIM" report -r rules.yaml -
