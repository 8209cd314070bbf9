/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <string.h>

#include "text/names.h"
