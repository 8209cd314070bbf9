mkdir desk && "$XCLAIM" init desk && ls desk
