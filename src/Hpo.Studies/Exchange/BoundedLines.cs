using Hpo.Engine.Validation;

namespace Hpo.Studies.Exchange;

/// <summary>The lines of a stream, of which neither the length nor their sum may exceed a limit. A carriage return before the line feed does not count.</summary>
internal sealed class BoundedLines(Stream stream, long maxBytes, int maxLineBytes)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;
    private long _read;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end, valid until the next call; false after the last.</summary>
    /// <exception cref="InvalidInputException">A limit is exceeded, or the last line has no end.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var length = _buffer.AsSpan((_start + searched).._end).IndexOf((byte)'\n');
            if (length >= 0)
            {
                length += searched;
                line = _buffer.AsMemory(_start, length > 0 && _buffer[_start + length - 1] == '\r' ? length - 1 : length);
                _start += length + 1;
                Number++;
                return true;
            }

            searched = _end - _start;
            if (Fill())
                continue;
            line = default;
            return searched == 0 ? false : throw Refuse("The file breaks off in the middle of a line.");
        }
    }

    /// <summary>Reads more; false at the end of the stream.</summary>
    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= maxLineBytes)
                throw Refuse($"The line is longer than {maxLineBytes / (1024 * 1024)} MB.");
            Array.Resize(ref _buffer, Math.Min(2 * _buffer.Length, maxLineBytes));
        }

        var count = stream.Read(_buffer.AsSpan(_end..));
        _end += count;
        _read += count;
        if (_read > maxBytes)
            throw new InvalidInputException([new Problem("", $"The file is larger than {maxBytes / (1024 * 1024)} MB, the most that is read.")]);
        return count > 0;
    }

    private InvalidInputException Refuse(string message) => new([new Problem($"line {Number + 1}", message)]);
}
