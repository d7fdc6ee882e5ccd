using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Space;

public class ParameterValueTests
{
    [Fact]
    public void It_keeps_its_kind()
    {
        Assert.Equal(ParameterKind.Integer, ((ParameterValue)1).Kind);
        Assert.Equal(ParameterKind.Real, ((ParameterValue)1.0).Kind);
        Assert.Equal(ParameterKind.Text, ((ParameterValue)"1").Kind);
        Assert.Equal(ParameterKind.Boolean, ((ParameterValue)true).Kind);
        Assert.NotEqual<ParameterValue>(1, 1.0);
        Assert.NotEqual<ParameterValue>(1, true);
    }

    [Fact]
    public void A_number_can_be_had_as_a_real_one_and_only_an_integer_as_an_integer()
    {
        Assert.Equal(3.0, ((ParameterValue)3).AsReal());
        Assert.Equal(3, ((ParameterValue)3).AsInteger());
        Assert.Equal("The value 3.5 is not a whole number.", Assert.Throws<InvalidOperationException>(() => ((ParameterValue)3.5).AsInteger()).Message);
        Assert.Equal("The value relu is not a number.", Assert.Throws<InvalidOperationException>(() => ((ParameterValue)"relu").AsReal()).Message);
        Assert.Equal("The value 1 is not a text.", Assert.Throws<InvalidOperationException>(() => ((ParameterValue)1).AsText()).Message);
        Assert.Equal("The value 1 is not a truth value.", Assert.Throws<InvalidOperationException>(() => ((ParameterValue)1).AsBoolean()).Message);
    }

    [Fact]
    public void Every_integer_it_takes_is_exact()
    {
        Assert.Equal(ParameterValue.MaxInteger, ParameterValue.FromInteger(ParameterValue.MaxInteger).AsInteger());
        Assert.Equal(-ParameterValue.MaxInteger + 1, ParameterValue.FromInteger(-ParameterValue.MaxInteger + 1).AsInteger());
        Assert.Throws<ArgumentOutOfRangeException>(() => ParameterValue.FromInteger(ParameterValue.MaxInteger + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParameterValue.FromInteger(long.MinValue));
    }

    [Fact]
    public void It_is_shown_in_full_or_with_five_digits()
    {
        ParameterValue third = 1.0 / 3;
        Assert.Equal(1.0 / 3, double.Parse(third.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("0.33333", third.ToShortString());
        Assert.Equal("123456789", ((ParameterValue)123456789).ToShortString());
        Assert.Equal("false", ((ParameterValue)false).ToString());
    }
}
