using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ProgressBot.Storage.Sqlite;

/// <summary>How the values of one kind of entity get into a statement, compiled from the model: nothing is boxed or looked up while rows are written.</summary>
static class RowBinding
{
    /// <summary>Gives a statement the values of these columns, which it numbers from 1 in this order.</summary>
    public static Action<PreparedStatement, object> Of(IEntityType entity, IEnumerable<IProperty> columns)
    {
        var (statement, row, typed) = (Expression.Parameter(typeof(PreparedStatement)), Expression.Parameter(typeof(object)), Expression.Variable(entity.ClrType));
        var steps = columns.Select((column, index) => Value(statement, index + 1, Expression.Property(typed, column.PropertyInfo!), column.GetTypeMapping().Converter));
        return Expression.Lambda<Action<PreparedStatement, object>>(Expression.Block([typed], [Taken(typed, row), .. steps]), statement, row).Compile();
    }

    /// <summary>Whether an entity has a number already.</summary>
    public static Func<object, bool> IsSet(IEntityType entity, IProperty key)
    {
        var (row, typed) = (Expression.Parameter(typeof(object)), Expression.Variable(entity.ClrType));
        var isSet = Expression.NotEqual(Expression.Property(typed, key.PropertyInfo!), Expression.Default(key.ClrType));
        return Expression.Lambda<Func<object, bool>>(Expression.Block([typed], Taken(typed, row), isSet), row).Compile();
    }

    static BinaryExpression Taken(ParameterExpression typed, ParameterExpression row) => Expression.Assign(typed, Expression.Convert(row, typed.Type));

    static Expression Value(Expression statement, int number, Expression value, ValueConverter? converter)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not null)
            return Expression.IfThenElse(Expression.Property(value, "HasValue"), Value(statement, number, Expression.Property(value, "Value"), converter), Bind(statement, number, Nothing));
        if (converter is null) return Bind(statement, number, value);
        var bind = Bind(statement, number, Expression.Invoke(converter.ConvertToProviderExpression, value));
        return value.Type.IsValueType ? bind : Expression.IfThenElse(Expression.ReferenceEqual(value, Expression.Constant(null)), Bind(statement, number, Nothing), bind);
    }

    static ConstantExpression Nothing => Expression.Constant(null, typeof(string));

    static MethodCallExpression Bind(Expression statement, int number, Expression value)
    {
        var whole = value.Type == typeof(int) || value.Type == typeof(bool);
        var given = !whole ? value : value.Type == typeof(int) ? Expression.Convert(value, typeof(long)) : Expression.Condition(value, Expression.Constant(1L), Expression.Constant(0L));
        return Expression.Call(statement, typeof(PreparedStatement).GetMethod(nameof(PreparedStatement.Bind), [typeof(int), given.Type])!, Expression.Constant(number), given);
    }
}
