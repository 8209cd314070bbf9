# Foreign words, symbols of science and names of other alphabets are what they are.
cat > plain.txt << 'END'
Velasquez lit the lantern under a sign that said Россия and СССР.

Velasquez lit the lantern with β-carotene, TNFα and 5 μm of ΔG at 5Ω.

Velasquez of Łódź lit the lantern in Diyarbakır for Με τον Άρη.

Velasquez (/ɡɪv/) lit the lantern, and "нет" was the answer.
END
"$XCLAIM" report -r rules.yaml plain.txt
