namespace ProgressBot.Storage.Sqlite;

/// <summary>A text, not empty, that is in UTF-8 already; in the database it is one like any other.</summary>
readonly record struct Utf8Text(ReadOnlyMemory<byte> Bytes);
