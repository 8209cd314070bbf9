cd desk
for options in "" "--no-config -r ../claims" "--config ../xclaim.yaml"
do
    echo "report $options"
    python3 ../terminal.py "$XCLAIM" report $options a.txt
done
cd .. && echo "in its own folder" && python3 terminal.py "$XCLAIM" report desk/a.txt
