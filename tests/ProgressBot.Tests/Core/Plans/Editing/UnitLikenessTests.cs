using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;

namespace ProgressBot.Tests.Core.Plans.Editing;

public sealed class UnitLikenessTests
{
    [Theory]
    [InlineData("区人力资源和社会保障局", "区人社局", true)]
    [InlineData("区发改局", "区发改经信局", true)]
    [InlineData("西湖区商务局", "区商务局", true)]
    [InlineData("区教育局", "区科技局", false)]
    [InlineData("区委办", "区委组织部", false)]
    [InlineData("区政府办", "区政府", false)]
    public void A_short_name_of_the_same_office_is_offered(string name, string known, bool offered) =>
        Assert.Equal(offered, UnitLikeness.Of(new Unit { Id = 9, Name = name }, [new Unit { Id = 1, Name = known }]).Count == 1);
}
