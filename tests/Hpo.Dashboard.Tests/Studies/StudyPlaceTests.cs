using Hpo.Dashboard.Models.Studies;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StudyPlaceTests
{
    [Theory]
    [InlineData(StudyTab.Overview, null, "/studies/abc")]
    [InlineData(StudyTab.Notes, null, "/studies/abc?tab=notes")]
    [InlineData(StudyTab.Trials, 3, "/studies/abc?trial=3")]
    [InlineData(StudyTab.Overview, 3, "/studies/abc?tab=overview&trial=3")]
    public void An_address_says_what_is_not_said_without_it(StudyTab tab, int? trial, string address) =>
        Assert.Equal(address, new StudyPlace(tab, trial, []).AddressOf("abc"));

    [Fact]
    public void Columns_stand_in_it_in_order_whatever_they_are_called() =>
        Assert.Equal("/studies/abc?tab=trials&column=trial&column=parameter.a%20%26%20b", new StudyPlace(StudyTab.Trials, null, ["trial", "parameter.a & b"]).AddressOf("abc"));

    [Theory]
    [InlineData(null, null, StudyTab.Overview, null)]
    [InlineData(null, "3", StudyTab.Trials, 3)]
    [InlineData("TRIALS", null, StudyTab.Trials, null)]
    [InlineData("overview", "3", StudyTab.Overview, 3)]
    [InlineData("2", "-1", StudyTab.Overview, null)]
    [InlineData("nonsense", "99999999999", StudyTab.Overview, null)]
    [InlineData("notes,trials", "1e3", StudyTab.Overview, null)]
    public void What_makes_no_sense_is_left_out(string? tab, string? trial, StudyTab read, int? opened) =>
        Assert.Equal(new StudyPlace(read, opened, []), StudyPlace.Read(tab, trial, null));

    [Fact]
    public void Very_many_columns_are_cut_off() =>
        Assert.Equal(500, StudyPlace.Read(null, null, Enumerable.Range(0, 100_000).Select(column => $"{column}")).Columns.Length);
}
