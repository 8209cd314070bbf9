# The Cyrillic letter stands in emphasis; the span covers the markup.
printf 'Vel**\320\260**squez lit the [lan](x)tern.\n' > hidden.md
printf 'Vel**a**squez lit the [lan](x)tern.\n' > plain.md
"$XCLAIM" report -r rules.yaml hidden.md plain.md
