namespace Hpo.Studies;

/// <summary>Where studies are kept when nobody says otherwise: the same place for the dashboard and the command line.</summary>
public static class DataFolder
{
    /// <summary>
    /// <c>hpo-dashboard</c> in the folder for a person's data, by the XDG Base Directory Specification; null when there is no home folder.
    /// </summary>
    /// <param name="dataHome">The value of XDG_DATA_HOME; a relative path is ignored, as the specification says.</param>
    public static string? Default(string? dataHome)
    {
        if (!string.IsNullOrEmpty(dataHome) && Path.IsPathRooted(dataHome))
            return Path.Combine(dataHome, "hpo-dashboard");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".local", "share", "hpo-dashboard");
    }
}
