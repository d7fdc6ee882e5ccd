using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Tests.Space;

public sealed class ParameterDraftTests
{
    public static TheoryData<Domain> Domains => new(
        new Uniform(0, 1), new Uniform(0, 1, 0.25), new LogUniform(1e-5, 0.1), new ReverseLogUniform(0.9, 0.999), new RandInt(32, 256),
        new RandInt(0, 100, 5), new LogRandInt(1, 1001), new Choice("relu", "tanh", 1, 0.5, true), new Ordinal(16, 32, 64), new Constant("adam"));

    [Theory]
    [MemberData(nameof(Domains))]
    public void Every_domain_of_the_engine_comes_back_from_its_texts(Domain domain)
    {
        var reading = Spaces.Row(domain, domain.Decode(0.4)).Read();

        Assert.Equal(domain, reading.Domain);
        Assert.Equal(domain.Decode(0.4), reading.Initial);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void Every_sound_row_stays_sound_under_every_other_type(Domain domain)
    {
        var row = Spaces.Row(domain, domain.Decode(0.4));

        foreach (var type in Enum.GetValues<DomainType>())
            Assert.True(row.WithType(type).Read().Problems.IsEmpty, $"{domain} as {type}: {string.Join(' ', row.WithType(type).Read().Problems.Values)}");
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void Going_back_to_a_type_gives_what_was_typed_there(Domain domain)
    {
        var row = Spaces.Row(domain, domain.Decode(0.4));

        foreach (var type in Enum.GetValues<DomainType>())
            Assert.Equal(row.Text, row.WithType(type).WithType(row.Type).Text);
    }

    [Fact]
    public void The_upper_bound_of_integers_is_not_included_and_that_of_real_numbers_is()
    {
        var integers = Spaces.Row(new RandInt(32, 256), 128);

        var reals = integers.WithType(DomainType.Uniform);
        Assert.Equal(new Uniform(32, 255), reals.Read().Domain);
        Assert.Equal("128", reals.Text.Initial);
        Assert.Equal(new RandInt(0, 11), Spaces.Row(new Uniform(0, 10)).WithType(DomainType.RandInt).Read().Domain);
    }

    [Fact]
    public void A_range_that_a_log_scale_cannot_have_is_moved_above_zero()
    {
        Assert.Equal(new LogUniform(0.001, 1), Spaces.Row(new Uniform(0, 1)).WithType(DomainType.LogUniform).Read().Domain);
        Assert.Equal(new LogRandInt(1, 11), Spaces.Row(new RandInt(-5, 11)).WithType(DomainType.LogRandInt).Read().Domain);
    }

    [Fact]
    public void A_range_becomes_a_list_of_its_values_and_a_list_the_range_around_them()
    {
        Assert.Equal(new Choice(1, 2, 3), Spaces.Row(new RandInt(1, 4)).WithType(DomainType.Choice).Read().Domain);
        Assert.Equal("0.01, 0.1, 1", Spaces.Row(new LogUniform(0.01, 1)).WithType(DomainType.Ordinal).Text.Values);
        Assert.Equal(new RandInt(16, 65), Spaces.Row(new Ordinal(16, 32, 64)).WithType(DomainType.RandInt).Read().Domain);
    }

    [Fact]
    public void An_initial_value_that_the_new_type_does_not_have_becomes_the_nearest()
    {
        Assert.Equal("0", Spaces.Row(new LogUniform(0.01, 1), 0.1).WithType(DomainType.RandInt).Text.Initial);
        Assert.Equal("0.999", Spaces.Row(new Uniform(0, 1), 1.0).WithType(DomainType.ReverseLogUniform).Text.Initial);
    }

    [Fact]
    public void Bounds_that_were_changed_in_between_are_carried_back()
    {
        var row = Spaces.Row(new LogUniform(0.01, 1), 0.1).WithType(DomainType.Uniform).With(SpaceField.Upper, "5");

        Assert.Equal(new LogUniform(0.01, 5), row.WithType(DomainType.LogUniform).Read().Domain);
    }

    [Fact]
    public void A_text_that_cannot_be_read_survives_every_change_of_type()
    {
        var row = Spaces.Row(new Uniform(0, 1), 0.5).With(SpaceField.Lower, "abc");

        Assert.Equal("abc", row.WithType(DomainType.RandInt).Text.Lower);
        Assert.Equal("abc", row.WithType(DomainType.Choice).WithType(DomainType.Uniform).Text.Lower);
    }

    [Theory]
    [InlineData(SpaceField.Lower, "abc", "\"abc\" is not a number.")]
    [InlineData(SpaceField.Lower, "", "Give a lower bound.")]
    [InlineData(SpaceField.Lower, "0", "Lower bound 0 is not allowed on a log scale: use a value above 0.")]
    [InlineData(SpaceField.Initial, "", "Give the value to try first.")]
    [InlineData(SpaceField.Initial, "5", "5 lies outside the range from 0.01 to 1.")]
    [InlineData(SpaceField.Name, "", "Give the hyperparameter a name.")]
    [InlineData(SpaceField.Name, "a.b", "The name contains a dot: use an underscore.")]
    public void Each_problem_stands_at_its_field(SpaceField field, string text, string problem)
    {
        var problems = Spaces.Row(new LogUniform(0.01, 1), 0.1).With(field, text).Read().Problems;

        Assert.Equal(new KeyValuePair<SpaceField, string>(field, problem), Assert.Single(problems));
    }

    [Fact]
    public void Reversed_bounds_are_said_at_the_upper_one()
    {
        var problems = Spaces.Row(new RandInt(32, 256), 128).With(SpaceField.Upper, "16").Read().Problems;

        Assert.Equal("The bounds are reversed: the upper bound 16 must be above the lower bound 32.", problems[SpaceField.Upper]);
        Assert.DoesNotContain(SpaceField.Initial, problems);
    }

    [Fact]
    public void The_largest_integer_that_is_drawn_is_said()
    {
        Assert.Equal("Largest drawn: 255", Spaces.Row(new RandInt(32, 256), 128).Read().Largest);
        Assert.Equal("Largest drawn: 212", Spaces.Row(new RandInt(32, 256, 60), 92).Read().Largest);
        Assert.Null(Spaces.Row(new Uniform(0, 1), 0.5).Read().Largest);
    }

    [Fact]
    public void Among_texts_that_look_like_numbers_quotes_may_be_left_out()
    {
        var reading = Spaces.Row(new Choice("1", "2"), "1").With(SpaceField.Initial, "2").Read();

        Assert.Equal("2", reading.Initial);
    }
}
