using Hpo.Engine.Space;
using Hpo.Studies.Wording;

namespace Hpo.Studies.Tests.Wording;

public sealed class FormatTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.0000321, "0.032 ms")]
    [InlineData(0.0032, "3.2 ms")]
    [InlineData(0.42, "0.42 s")]
    [InlineData(9.99, "9.99 s")]
    [InlineData(9.996, "10.0 s")]
    [InlineData(12.34, "12.3 s")]
    [InlineData(59.97, "1 min 00 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(3599.9, "1 h 00 min")]
    [InlineData(3720, "1 h 02 min")]
    [InlineData(183600, "2 d 03 h")]
    public void A_time_is_written_in_the_unit_one_would_say_it_in(double seconds, string text) =>
        Assert.Equal(text, Format.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.4, "0 s")]
    [InlineData(12.9, "12 s")]
    [InlineData(61.9, "1 min 01 s")]
    public void A_clock_shows_whole_seconds_that_have_passed(double seconds, string text) =>
        Assert.Equal(text, Format.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(4.39, false, "4 s")]
    [InlineData(4.39, true, "4.39 s")]
    [InlineData(61.6, false, "1 min 01 s")]
    [InlineData(61.6, true, "1 min 02 s")]
    public void What_goes_on_is_read_from_a_clock_and_what_is_over_was_measured(double seconds, bool isOver, string text) =>
        Assert.Equal(text, Format.Elapsed(TimeSpan.FromSeconds(seconds), isOver));

    [Theory]
    [InlineData("Timed out", "timed out")]
    [InlineData("Diverged (NaN)", "diverged (NaN)")]
    public void A_word_that_began_a_line_loses_its_capital_within_a_sentence(string word, string within) => Assert.Equal(within, Format.Within(word));

    [Theory]
    [InlineData(0.123456, "0.1235")]
    [InlineData(0.9, "0.9000")]
    [InlineData(0.99996, "1.000")]
    [InlineData(1, "1.000")]
    [InlineData(12.3456, "12.35")]
    [InlineData(123456, "123500")]
    [InlineData(0.000123456, "0.0001235")]
    [InlineData(0.0000123456, "1.235e-5")]
    [InlineData(123456789, "1.235e8")]
    [InlineData(-0.5, "-0.5000")]
    [InlineData(0, "0")]
    public void An_error_has_four_significant_digits(double error, string text) => Assert.Equal(text, Format.Error(error));

    [Fact]
    public void What_is_missing_is_a_dash_and_never_0()
    {
        Assert.Equal("–", Format.Error(null));
        Assert.Equal("–", Format.Error(double.NaN));
        Assert.Equal("–", Format.Duration(null));
    }

    [Fact]
    public void Values_are_short()
    {
        Assert.Equal("0.012346", Format.Value(0.0123456));
        Assert.Equal("1e-5", Format.Value(0.00001));
        Assert.Equal("1.2346e5", Format.Value(123456.7));
        Assert.Equal("123456", Format.Value(123456.0));
        Assert.Equal("128", Format.Value(128));
        Assert.Equal("adam", Format.Value("adam"));
        Assert.Equal("true", Format.Value(ParameterValue.FromBoolean(true)));
    }

    [Fact]
    public void Counts_agree_with_their_nouns()
    {
        Assert.Equal("1 trial", Format.Count(1, "trial"));
        Assert.Equal("10,000 trials", Format.Count(10_000, "trial"));
        Assert.Equal("20261122", Format.Plain(20261122));
    }

    [Theory]
    [InlineData("2026-11-22T08:03:00Z", "today, 09:03")]
    [InlineData("2026-11-21T22:59:00Z", "yesterday, 23:59")]
    [InlineData("2026-11-12T08:03:00Z", "12 Nov 2026, 09:03")]
    public void Moments_are_told_in_the_clock_of_the_server(string moment, string text)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("an hour ahead", TimeSpan.FromHours(1), null, null);
        var now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(text, Format.Moment(DateTimeOffset.Parse(moment, null), now, zone));
    }
}
