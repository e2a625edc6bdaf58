using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ProgressBot.Storage;

/// <summary>The statements that write one kind of entity, made from the model, so that a column added there is written here.</summary>
sealed class RowMapping
{
    readonly string _table;
    readonly IProperty[] _all, _inserted, _changing, _key;
    readonly Action<Statement, object> _insert;
    readonly Lazy<Action<Statement, object>> _update;
    readonly Action<object, long>? _number;

    public RowMapping(IEntityType entity)
    {
        _table = Quoted(entity.GetTableName()!);
        _all = [.. entity.GetProperties()];
        _key = [.. entity.FindPrimaryKey()!.Properties];
        var numbered = _key is [{ ValueGenerated: ValueGenerated.OnAdd } only] ? only : null;
        _number = numbered is null ? null : RowBinding.Numbering(entity, numbered);
        _inserted = [.. _all.Where(property => property != numbered)];
        _changing = [.. _all.Where(property => !property.IsPrimaryKey() && !property.IsForeignKey() && !property.GetContainingIndexes().Any(index => index.IsUnique))];
        _insert = RowBinding.Of(entity, _inserted);
        _update = new(() => RowBinding.Of(entity, [.. _changing, .. _key]));
    }

    public string Insert => $"INSERT INTO {_table} ({Names(_inserted)}) VALUES ({Numbers(_inserted)})";
    public string InsertNew => $"INSERT OR IGNORE INTO {_table} ({Names(_inserted)}) VALUES ({Numbers(_inserted)})";
    public string Upsert => $"{Insert} ON CONFLICT ({Names(_key)}) DO UPDATE SET {string.Join(", ", _changing.Select(Name).Select(name => $"{name} = excluded.{name}"))}";
    public string Update => $"UPDATE {_table} SET {Set(_changing, 1, ", ")} WHERE {Set(_key, _changing.Length + 1, " AND ")}";

    public Statement BindInsert(Statement statement, object entity) => Bind(statement, entity, _insert);
    public Statement BindUpdate(Statement statement, object entity) => Bind(statement, entity, _update.Value);

    /// <summary>Tells an entity the number that the database gave it.</summary>
    public void Number(object entity, long id) => _number?.Invoke(entity, id);

    static Statement Bind(Statement statement, object entity, Action<Statement, object> bind)
    {
        bind(statement, entity);
        return statement;
    }

    static string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(Name));
    static string Numbers(IProperty[] properties) => string.Join(", ", properties.Select((_, index) => $"?{index + 1}"));
    static string Set(IProperty[] properties, int first, string between) => string.Join(between, properties.Select((property, index) => $"{Name(property)} = ?{first + index}"));
    static string Name(IProperty property) => Quoted(property.GetColumnName());
    static string Quoted(string name) => $"\"{name}\"";
}
