using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>How names of units end and how collectives are called.</summary>
internal static partial class UnitWords
{
    /// <summary>A name with the ending of an office, a township, a company or a school, or a collective.</summary>
    public static bool LooksLikeUnit(string text)
    {
        var name = OutsideBrackets.WithoutBrackets(text.Split('、', '，', ',', '；', ';', '\n', ' ')[0]).Trim();
        return EndsLikeUnit(name) || IsGroup(name);
    }

    public static bool EndsLikeUnit(string name) => name.Length >= 2 && Ending().IsMatch(name);

    /// <summary>A town, township or subdistrict.</summary>
    public static bool IsTownship(string name) => name.EndsWith('镇') || name.EndsWith('乡') || name.EndsWith("街道", StringComparison.Ordinal);

    /// <summary>A collective that stands for several units.</summary>
    public static bool IsGroup(string name) => Collective().IsMatch(name);

    /// <summary>A bare kind of unit, which after a collective belongs to it: 各镇、街道.</summary>
    public static bool IsBareKind(string name) => BareKind().IsMatch(name);

    // office endings of county-level bodies: departments, party organs, mass organisations, townships, companies, schools, hospitals
    [GeneratedRegex("(局|委|办|办公室|部|厅|署|处|科|室|院|校|学|会|团委|妇联|工商联|科协|侨联|残联|文联|联社|社|镇|乡|街道|街道办事处|村|社区|公司|集团|中心|站|所|队|支队|大队|园区|开发区|管委会|政府|组|(银|支|分)行|法院|检察院|馆|台|银监|税务|海关|工会|指挥部|专班|农场|林场|度假区|新区|功能区|平台|国企|医共体|电力|供电|联盟|基金|协会|党校|公安|企业)$")]
    private static partial Regex Ending();

    [GeneratedRegex("^(全[区市县省镇校]|[区市县]级|[区市县]直|其他|其它)?各(?!自)|(有关|相关|所有|全体)(责任|职能|成员|业务|镇街?|街道|乡镇|村|科室|处室)?(单位|部门|街道|乡镇|镇街|企业|科室|处室|村|主体)|(成员|职能)单位$|^全[区市县].{0,4}(单位|部门|街道|镇街|乡镇|学校|企业)|^[区市县](级|直)(单位|部门|机关)|、?各(镇|街道|乡|平台|部门|单位)")]
    private static partial Regex Collective();

    [GeneratedRegex("^(镇|乡|街道|镇街|乡镇|镇乡|乡镇街道|街道办事处|镇人民政府|部门|平台|国企|国有企业|园区|开发区|村|社区|村社|单位|直属单位|国企平台|企业|集团|高校|管委会)(（[^）]*）)?$")]
    private static partial Regex BareKind();
}
