using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

public partial class StudyPage
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";
}
