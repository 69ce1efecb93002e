#pragma once

/// sqlite3_db_config() is variadic, which Swift cannot call: these are the settings of a connection that
/// runs SQL somebody else wrote. `connection` is a sqlite3 *. Returns SQLITE_OK or the first error.
int lagebild_distrust(void *connection);
