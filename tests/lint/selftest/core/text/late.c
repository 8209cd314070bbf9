/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "config.h"
