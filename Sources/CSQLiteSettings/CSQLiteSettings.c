#include "CSQLiteSettings.h"

#include <sqlite3.h>
#include <stddef.h>

int lagebild_distrust(void *connection) {
    static const struct { int setting; int value; } settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        int code = sqlite3_db_config(connection, settings[i].setting, settings[i].value, NULL);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}
