# The override turns around what a reader sees; a file holds it as it is compared.
printf 'Ana \342\200\256Velasquez\342\200\254 lit the \342\201\247lantern\342\201\251.\n' > hidden.txt
printf 'Ana Velasquez lit the lantern.\n' > plain.txt
"$XCLAIM" report -r rules.yaml -f text hidden.txt plain.txt
