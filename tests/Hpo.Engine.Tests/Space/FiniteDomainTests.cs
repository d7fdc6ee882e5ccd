using Hpo.Engine.Space;
using static Hpo.Engine.Tests.Space.DomainAssert;

namespace Hpo.Engine.Tests.Space;

public class FiniteDomainTests
{
    [Fact]
    public void Every_value_of_a_choice_is_equally_probable()
    {
        AssertEquallyProbable(new Choice("relu", "sigmoid", "tanh"), ["relu", "sigmoid", "tanh"]);
        AssertEquallyProbable(new Ordinal(16, 32, 64, 128), [16, 32, 64, 128]);
        AssertEquallyProbable(new Choice(true, false), [true, false]);
    }

    [Fact]
    public void The_values_of_an_ordinal_are_encoded_in_their_order()
    {
        var domain = new Ordinal("small", "medium", "large", "huge");
        Assert.Equal([0.125, 0.375, 0.625, 0.875], domain.Values.Select(domain.Encode));
    }

    [Fact]
    public void One_and_one_point_zero_are_the_same_value()
    {
        AssertProblem(new Choice(1, 1.0), "values", "The value 1 is listed twice.");
        Assert.Equal(ParameterValue.FromInteger(1), new Choice(1, 2).Coerce(1.0));
        Assert.Equal(ParameterValue.FromReal(1), new Choice(1.0, 2.5).Coerce(1));
        Assert.Null(new Choice(1, 2).Refuse(1.0));
        Assert.Equal(0.25, new Choice(1, 2).Encode(1.0));
    }

    [Fact]
    public void A_text_is_not_the_number_or_truth_value_that_it_looks_like()
    {
        var domain = new Choice(1, "1", true, "true");
        Assert.Empty(domain.Problems());
        Assert.Equal([ParameterKind.Integer, ParameterKind.Text, ParameterKind.Boolean], domain.Kinds.Order().Distinct());
        Assert.Equal(0.375, domain.Encode("1"));
    }

    [Fact]
    public void A_stranger_is_refused_with_the_first_values_of_the_list()
    {
        Assert.Equal("gelu is not one of the values relu, tanh.", new Choice("relu", "tanh").Refuse("gelu"));
        Assert.Equal(
            "99 is not one of the values 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ….",
            new Choice(Enumerable.Range(1, 12).Select(i => (ParameterValue)i)).Refuse(99));
    }

    [Fact]
    public void Bad_lists_are_explained()
    {
        AssertProblem(new Choice(), "values", "List at least one value.");
        AssertProblem(new Choice("a", "b", "a", "a"), "values", "The value a is listed twice.");
        AssertProblem(new Ordinal(1, double.NaN), "values", "Every number must be finite.");
        AssertProblem(new Constant(double.PositiveInfinity), "values", "Every number must be finite.");
        AssertProblem(
            new Choice(Enumerable.Range(0, 1001).Select(i => (ParameterValue)i)), "values", "1001 values are too many: at most 1000 are allowed.");
    }

    [Fact]
    public void A_constant_is_always_drawn()
    {
        AssertEquallyProbable(new Constant("sgd"), ["sgd"]);
        Assert.Equal("sgd", new Constant("sgd").Value.AsText());
        Assert.Equal(1, new Constant(3).Cardinality);
    }
}
