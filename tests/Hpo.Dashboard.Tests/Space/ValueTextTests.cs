using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Tests.Space;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData(" 1e-3 ", 0.001)]
    [InlineData("\u22125", -5)]
    [InlineData(".5", 0.5)]
    public void Reads_numbers_as_people_type_them(string text, double number)
    {
        Assert.Null(ValueText.ReadReal(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("abc", "\"abc\" is not a number.")]
    [InlineData("0,1", "\"0,1\" is not a number: write a point instead of the comma.")]
    [InlineData("1,2,3", "\"1,2,3\" is not a number.")]
    [InlineData("NaN", "\"NaN\" is not a number.")]
    [InlineData("Infinity", "\"Infinity\" is not a number.")]
    [InlineData("1e999", "\"1e999\" is too large.")]
    [InlineData("a text of more than twenty-four letters", "\"a text of more than twen…\" is not a number.")]
    public void Says_in_words_what_is_not_a_number(string text, string problem) => Assert.Equal(problem, ValueText.ReadReal(text, out _));

    [Theory]
    [InlineData("256", 256)]
    [InlineData("1e3", 1000)]
    [InlineData("256.0", 256)]
    [InlineData("9007199254740992", ParameterValue.MaxInteger)]
    public void Reads_whole_numbers(string text, long number)
    {
        Assert.Null(ValueText.ReadInteger(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("2.5", "\"2.5\" is not a whole number.")]
    [InlineData("many", "\"many\" is not a whole number.")]
    [InlineData("99999999999999999999", "\"99999999999999999999\" is too large: at most 9007199254740992 is allowed.")]
    public void Says_in_words_what_is_not_a_whole_number(string text, string problem) => Assert.Equal(problem, ValueText.ReadInteger(text, out _));

    [Fact]
    public void Values_stand_between_commas_and_keep_their_kinds()
    {
        Assert.Null(ValueText.ReadValues("relu, 1, 1.0, true, \"1\", \"a, b\", 'quoted'", out var values));

        Assert.Equal(["relu", 1, 1.0, true, "1", "a, b", "'quoted'"], values);
    }

    [Theory]
    [InlineData("relu, ")]
    [InlineData(",relu")]
    [InlineData("relu,,")]
    public void A_comma_too_many_means_nothing(string text)
    {
        Assert.Null(ValueText.ReadValues(text, out var values));
        Assert.Equal(["relu"], values);
    }

    [Theory]
    [InlineData("\"relu", "A quotation mark is not closed.")]
    [InlineData("\"relu\" tanh", "After a text in quotes, \"tanh\" is not expected: put a comma between values.")]
    public void Says_what_is_wrong_with_quotes(string text, string problem) => Assert.Equal(problem, ValueText.ReadValues(text, out _));

    [Fact]
    public void Every_value_that_is_written_is_read_back_in_kind()
    {
        ParameterValue[] values = ["relu", "", " a ", "1", "true", "a,b", "say \"hi\"", "two words", 1, 1.0, -0.5, 1e-7, 1e300, true, false];

        foreach (var value in values)
        {
            Assert.Null(ValueText.ReadValue(ValueText.Write(value), out var read));
            Assert.Equal(value, read);
        }

        Assert.Null(ValueText.ReadValues(ValueText.Write(values), out var all));
        Assert.Equal(values, all);
    }

    [Theory]
    [InlineData(0.00001, "1e-5")]
    [InlineData(1e20, "1e20")]
    [InlineData(0.01, "0.01")]
    public void Writes_numbers_as_people_would(double number, string text) => Assert.Equal(text, ValueText.Write(number));
}
