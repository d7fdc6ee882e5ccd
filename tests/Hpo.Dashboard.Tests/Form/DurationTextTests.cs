using Hpo.Dashboard.Models.Form;

namespace Hpo.Dashboard.Tests.Form;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("90", 90.0)]
    [InlineData("90 s", 90.0)]
    [InlineData("0.5 min", 30.0)]
    [InlineData("10min", 600.0)]
    [InlineData("1 h 30 min", 5400.0)]
    [InlineData("2 Days", 172800.0)]
    [InlineData("-5", -5.0)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public void Reads_times_as_people_type_them(string text, double? seconds)
    {
        Assert.Null(DurationText.Read(text, out var read));
        Assert.Equal(seconds, read);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("10 parsecs")]
    [InlineData("10 min or so")]
    [InlineData("1.2.3 s")]
    [InlineData("5 min 3")]
    public void Says_in_words_what_is_not_a_time(string text) =>
        Assert.Equal($"\"{text}\" is not a time: write seconds, or something like 90 s, 10 min or 1 h 30 min.", DurationText.Read(text, out _));

    [Theory]
    [InlineData(90, "1 minute 30 seconds")]
    [InlineData(1, "1 second")]
    [InlineData(0.25, "0.25 seconds")]
    [InlineData(90061, "1 day 1 hour 1 minute 1 second")]
    [InlineData(7200, "2 hours")]
    public void Says_times_in_words(double seconds, string words) => Assert.Equal(words, DurationText.Words(seconds));

    [Theory]
    [InlineData("10", "Taken as 10 seconds. Write 10 min for minutes.")]
    [InlineData("90 ", "Taken as 1 minute 30 seconds. Write 90 min for minutes.")]
    [InlineData("10 min", null)]
    [InlineData("soon", null)]
    [InlineData("0", null)]
    [InlineData("", null)]
    public void Says_what_a_number_without_a_unit_is_taken_for(string text, string? caution) => Assert.Equal(caution, DurationText.Caution(text));

    [Theory]
    [InlineData("90 s", "1 minute 30 seconds.")]
    [InlineData("10 minutes", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void Says_a_time_in_other_words_where_there_are_some(string text, string? words) => Assert.Equal(words, DurationText.OtherWords(text));
}
