yes 'the quay is wet' | tr '\n' ' ' | head -c 52428800 > long.txt
