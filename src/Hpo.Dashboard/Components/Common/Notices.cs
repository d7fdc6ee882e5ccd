using Hpo.Engine.Validation;
using MudBlazor;

namespace Hpo.Dashboard.Components.Common;

/// <summary>What a page says of what was done, in sight wherever it is scrolled to. A notice outlives the page that added it.</summary>
public static class Notices
{
    /// <summary>Long enough to read it, to be startled, and to come back with the keyboard.</summary>
    private const int Milliseconds = 20_000;

    /// <summary>Says what was done, with a way back.</summary>
    /// <param name="snackbar">Where notices stand.</param>
    /// <param name="text">What was done; shown as text whatever it holds.</param>
    /// <param name="undo">Takes it back.</param>
    public static void AddUndo(this ISnackbar snackbar, string text, Func<Task> undo)
    {
        ArgumentNullException.ThrowIfNull(snackbar);
        snackbar.Add(text, Severity.Normal, options =>
        {
            options.Action = "Undo";
            options.OnClick = _ => undo();
            options.VisibleStateDuration = Milliseconds;
        });
    }

    /// <summary>Stores something; when that is not possible, says so and why.</summary>
    /// <param name="snackbar">Where notices stand.</param>
    /// <param name="store">Returns false when there is nothing any more to be changed.</param>
    /// <param name="otherwise">What then did not happen.</param>
    /// <returns>Whether it is stored.</returns>
    public static bool TryStore(this ISnackbar snackbar, Func<bool> store, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(snackbar);
        ArgumentNullException.ThrowIfNull(store);
        if (ReasonAgainst(store) is not { } reason)
            return true;
        snackbar.Add($"{otherwise}: {reason}", Severity.Error);
        return false;
    }

    private static string? ReasonAgainst(Func<bool> store)
    {
        try
        {
            return store() ? null : "it is gone.";
        }
        catch (InvalidInputException exception)
        {
            return string.Join(' ', exception.Problems.Select(problem => problem.Message));
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or IOException)
        {
            return exception.Message;
        }
    }
}
