using System.Collections;
using System.Reflection;
using System.Text.Json;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Tests.World;

/// <summary>Values with all there is to them set, so that whatever is forgotten where they are written by hand shows.</summary>
static class Filled
{
    const string Text = "到位“资金”<a href='x'>&amp;\"5.1亿\"\\\n\u0001é😀";

    public static T Of<T>() => (T)Of(typeof(T));

    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner);
        if (type == typeof(string)) return Text;
        if (type == typeof(int)) return -7;
        if (type == typeof(bool)) return true;
        if (type == typeof(decimal)) return 510000000.1230m;
        if (type == typeof(DateOnly)) return new DateOnly(2022, 9, 30);
        if (type == typeof(TimeOnly)) return new TimeOnly(9, 30);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2022, 9, 30, 16, 30, 0, 120, TimeSpan.FromHours(8));
        if (type == typeof(JsonElement)) return JsonElement.Parse("""{"n":1.50,"甲":["\u4f60<",null,{"n":1,"n":2}],"e":{}}""");
        if (type == typeof(RawJson)) return RawJson.Of(Text);
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
        return typeof(IEnumerable).IsAssignableFrom(type) ? Collection(type) : Made(type);
    }

    /// <summary>The properties that can be set, by the constructor or after it.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties().Where(property => property.CanWrite);

    static object Made(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in Properties(type)) property.SetValue(made, Of(property.PropertyType));
        return made;
    }

    // two of each, and what differs in a dictionary is the key
    static object Collection(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (arguments is [var one])
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(one))!;
            foreach (var _ in Enumerable.Range(0, 2)) list.Add(Of(one));
            return list;
        }
        var pairs = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        pairs.Add(Of(arguments[0]), Of(arguments[1]));
        pairs.Add(arguments[0] == typeof(string) ? "二" : 2, Of(arguments[1]));
        return pairs;
    }
}
