using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ProgressBot.Storage.Sqlite;

/// <summary>The statements that write one kind of entity, made from the model, so that a column added there is written here.</summary>
sealed class RowMapping
{
    readonly string _table;
    readonly IProperty[] _all, _withoutNumber, _changing, _key;
    readonly Action<PreparedStatement, object> _insert;
    readonly Lazy<Action<PreparedStatement, object>> _update, _delete, _unnumbered;
    readonly Func<object, bool> _isNumbered;

    public RowMapping(IEntityType entity)
    {
        _table = Quoted(entity.GetTableName()!);
        _all = [.. entity.GetProperties()];
        _key = [.. entity.FindPrimaryKey()!.Properties];
        var numbered = _key is [{ ValueGenerated: ValueGenerated.OnAdd } only] ? only : null;
        _isNumbered = numbered is null ? _ => true : RowBinding.IsSet(entity, numbered);
        _withoutNumber = [.. _all.Where(property => property != numbered)];
        _changing = [.. _all.Where(property => !IsFixed(property))];
        _insert = RowBinding.Of(entity, _all);
        _unnumbered = new(() => RowBinding.Of(entity, _withoutNumber));
        _update = new(() => RowBinding.Of(entity, [.. _changing, .. _key]));
        _delete = new(() => RowBinding.Of(entity, _key));
    }

    // to write what never changes would cost a visit to each index it is in; a reference that may be empty may be filled later
    static bool IsFixed(IProperty property) => property.IsPrimaryKey()
        || (property.IsForeignKey() && !property.IsNullable)
        || property.GetContainingIndexes().Any(index => index.IsUnique);

    /// <summary>False for a row that the database is to number.</summary>
    public bool IsNumbered(object entity) => _isNumbered(entity);

    public string Sql(RowWrite write) => write switch
    {
        RowWrite.Insert => $"INSERT INTO {_table} ({Names(_all)}) VALUES ({Numbers(_all)})",
        RowWrite.InsertUnnumbered => $"INSERT INTO {_table} ({Names(_withoutNumber)}) VALUES ({Numbers(_withoutNumber)})",
        RowWrite.InsertMissing => $"INSERT OR IGNORE INTO {_table} ({Names(_all)}) VALUES ({Numbers(_all)})",
        RowWrite.Upsert when _changing.Length == 0 => Sql(RowWrite.InsertMissing),
        RowWrite.Upsert => $"{Sql(RowWrite.Insert)} ON CONFLICT ({Names(_key)}) DO UPDATE SET {string.Join(", ", _changing.Select(Name).Select(name => $"{name} = excluded.{name}"))}",
        RowWrite.Update => $"UPDATE {_table} SET {Set(_changing, 1, ", ")} WHERE {Set(_key, _changing.Length + 1, " AND ")}",
        _ => $"DELETE FROM {_table} WHERE {Set(_key, 1, " AND ")}",
    };

    /// <summary>Gives a statement the values it needs.</summary>
    public PreparedStatement Bind(PreparedStatement statement, RowWrite write, object entity)
    {
        var bind = write switch
        {
            RowWrite.Update => _update.Value,
            RowWrite.Delete => _delete.Value,
            RowWrite.InsertUnnumbered => _unnumbered.Value,
            _ => _insert,
        };
        bind(statement, entity);
        return statement;
    }

    static string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(Name));
    static string Numbers(IProperty[] properties) => string.Join(", ", properties.Select((_, index) => $"?{index + 1}"));
    static string Set(IProperty[] properties, int first, string between) => string.Join(between, properties.Select((property, index) => $"{Name(property)} = ?{first + index}"));
    static string Name(IProperty property) => Quoted(property.GetColumnName());
    static string Quoted(string name) => $"\"{name}\"";
}

/// <summary>How a row is written.</summary>
enum RowWrite
{
    Insert,

    /// <summary>The database gives the row its number.</summary>
    InsertUnnumbered,

    /// <summary>Unless its key is there already.</summary>
    InsertMissing,
    Upsert,
    Update,
    Delete,
}
