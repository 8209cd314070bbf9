/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/names.h"
#include "io/file.h"
