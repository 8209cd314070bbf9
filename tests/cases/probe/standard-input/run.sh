printf %s\\n '{"text": "One. Two."}' | "$XCLAIM" probe sentences
