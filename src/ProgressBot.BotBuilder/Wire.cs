using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using ProgressBot.Channels.Activities;
using JsonSerializer = System.Text.Json.JsonSerializer;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace ProgressBot.BotBuilder;

/// <summary>Between the SDK's types and ours, by way of what both agree on: the JSON of the protocol.</summary>
internal static class Wire
{
    // a text that looks like a date is a text
    static readonly JsonSerializerSettings Verbatim = new() { NullValueHandling = NullValueHandling.Ignore, DateParseHandling = DateParseHandling.None };

    public static Activity FromSdk(SdkActivity activity) => ActivityJson.Read(JsonConvert.SerializeObject(activity, Verbatim));

    public static SdkActivity ToSdk(Activity activity) => JsonConvert.DeserializeObject<SdkActivity>(ActivityJson.Write(activity), Verbatim)!;

    /// <summary>A body of ours, for the SDK to write.</summary>
    public static JToken ToToken(object body) => JsonConvert.DeserializeObject<JToken>(JsonSerializer.Serialize(body, ActivityJson.Options), Verbatim)!;
}
